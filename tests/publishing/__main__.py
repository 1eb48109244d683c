"""``python -m tests.publishing``: prints the nginx the tests use; installs Debian's where there is none and apt can."""

from __future__ import annotations

import shutil

from tests.browser.install import as_root, told
from tests.publishing.servers import find_nginx

found = find_nginx()
prefix = as_root()
if found is None and prefix is not None and shutil.which("apt-get"):
    told([*prefix, "apt-get", "update", "-qq"], "nginx")
    install = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    # Nobody here wants it to run: it is started by the tests alone.
    told([*prefix, *install, "nginx-light"], "nginx")
    found = find_nginx()
print(f"nginx: {found or 'none; the recipe for it is not tried'}")
