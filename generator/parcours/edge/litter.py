"""Names that editors and systems leave beside a writer's files for a moment: nobody's content."""

from __future__ import annotations

import re

_LITTER = re.compile(
    r"\..*"  # hidden: .x.md.swp of vim, .#x.md of Emacs, .goutputstream-… of GNOME, .git
    r"|.*~"  # backups: vim, Emacs, nano, Kate
    r"|\#.*\#"  # what Emacs saves by itself
    r"|4913"  # vim tries whether it may write here
    r"|sed[A-Za-z0-9]{6}"  # sed -i
    r"|.*___jb_(?:tmp|old|bak)___"  # JetBrains
    r"|.*\.(?:sw[a-z]|tmp|temp|part|crdownload)"
    r"|.*\.tmp[.-].*"  # atomic writes of Node,
    r"|.*\.(?:md|ya?ml|csv|html|toml|css|js)\.\d+"  # which put a number behind the name, too
    r"|Thumbs\.db|desktop\.ini"
)


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is passed over, by the watcher and by the reader alike."""
    return _LITTER.fullmatch(name) is not None


def lies_beside(name: str) -> tuple[str, ...]:
    """The names under which editors keep the text of a file while they write it anew."""
    return (f"{name}~", f".{name}.swp", f".#{name}", f"#{name}#", f"{name}___jb_old___", f"{name}___jb_tmp___")
