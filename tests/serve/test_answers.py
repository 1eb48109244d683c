"""Answers that browsers keep, ask for again, or ask a part of."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from parcours.edge.answers import PartialFile, answer, answer_with_file
from parcours.edge.guard import Guard
from parcours.edge.probe import remote_type
from tests.serve.running import Preview

BODY = b"0123456789"


def asked(**headers: str) -> tuple[int, dict[str, str], bytes]:
    method = headers.pop("method", "GET")
    told = Headers({name.replace("_", "-"): value for name, value in headers.items()})
    made = answer(BODY, "text/plain", "tag", method, told)
    return made.status_code, dict(made.headers), bytes(made.body)


@pytest.mark.parametrize("tags", ['"tag"', 'W/"tag"', '"x", "tag"', "*", '"x",W/"tag"'])
def test_what_one_has_is_not_sent_again(tags: str) -> None:
    status, headers, body = asked(if_none_match=tags)
    assert (status, headers["etag"], body) == (304, '"tag"', b"")


@pytest.mark.parametrize("tags", ['"x"', "tag", '"tag', "", '"ta", "g"'])
def test_what_one_has_not_is_sent(tags: str) -> None:
    assert asked(if_none_match=tags)[0] == 200


@pytest.mark.parametrize(
    ("wanted", "part", "said"),
    [
        ("bytes=0-3", b"0123", "bytes 0-3/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=-2", b"89", "bytes 8-9/10"),
        ("bytes=-99", BODY, "bytes 0-9/10"),
        ("bytes=9-99", b"9", "bytes 9-9/10"),
        ("Bytes = 1 - 1", b"1", "bytes 1-1/10"),
    ],
)
def test_a_part_is_sent(wanted: str, part: bytes, said: str) -> None:
    status, headers, body = asked(range=wanted)
    assert (status, headers["content-range"], body, headers["content-length"]) == (206, said, part, str(len(part)))


@pytest.mark.parametrize("wanted", ["bytes=10-", "bytes=99-100", "bytes=-0", "bytes=999999999999999999-"])
def test_a_part_that_is_not_there_is_refused(wanted: str) -> None:
    status, headers, _ = asked(range=wanted)
    assert (status, headers["content-range"]) == (416, "bytes */10")


@pytest.mark.parametrize(
    "wanted",
    [
        "items=0-1",
        "bytes=5-2",
        "bytes=-",
        "bytes=a-b",
        "bytes",
        "",
        "bytes=0-1,3-4",
        f"bytes={'9' * 5000}-",
        "bytes=³-",
    ],
)
def test_a_part_that_makes_no_sense_is_the_whole(wanted: str) -> None:
    assert asked(range=wanted)[0] == 200


def test_conditions_come_before_parts() -> None:
    assert asked(range="bytes=0-3", if_none_match='"tag"')[0] == 304
    assert asked(range="bytes=0-3", if_range='"tag"')[0] == 206
    assert asked(range="bytes=0-3", if_range='"old"')[0] == 200
    assert asked(range="bytes=0-3", if_range='W/"tag"')[0] == 200
    assert asked(range="bytes=0-3", method="HEAD")[0] == 200


@given(st.text(max_size=30))
def test_any_range_is_answered(written: str) -> None:
    status, headers, body = asked(range=f"bytes={written}".encode("utf-8", "replace").decode("latin-1"))
    assert status in (200, 206, 416)
    assert status != 206 or BODY[int(headers["content-range"].split()[1].split("-")[0]) :].startswith(body)


def test_only_files_of_the_project_are_sent(tmp_path: Path) -> None:
    project, outside = tmp_path / "maps", tmp_path / "secret.txt"
    project.mkdir()
    outside.write_text("secret")
    (project / "x.svg").write_bytes(BODY)
    (project / "out.svg").symlink_to(outside)
    (project / "round.svg").symlink_to("round.svg")
    os.mkfifo(project / "pipe")

    def file(name: str, **headers: str) -> PartialFile | None:
        made = answer_with_file(project / name, project, "GET", Headers(headers))
        assert made is None or isinstance(made, PartialFile)
        return made

    whole = file("x.svg")
    assert whole is not None
    assert whole.part is None
    part = file("x.svg", range="bytes=2-3")
    assert part is not None
    assert part.part == range(2, 4)
    assert [file(name) for name in ("out.svg", "round.svg", "none.svg", "pipe", ".", "../secret.txt")] == [None] * 6
    again = answer_with_file(project / "x.svg", project, "GET", Headers({"if-none-match": whole.headers["etag"]}))
    assert again is not None
    assert again.status_code == 304


def test_parts_of_a_picture_come_over_the_wire(preview: Preview) -> None:
    whole = (preview.folder / "content" / "assets" / "nora.svg").read_bytes()
    status, headers, body = preview.ask("/assets/nora.svg")
    assert (status, body, headers["accept-ranges"]) == (200, whole, "bytes")
    assert preview.ask("/assets/nora.svg", If_None_Match=headers["etag"])[0] == 304
    status, headers, body = preview.ask("/assets/nora.svg", Range="bytes=5-14")
    assert (status, body, headers["content-range"]) == (206, whole[5:15], f"bytes 5-14/{len(whole)}")
    assert preview.ask("/assets/nora.svg", Range=f"bytes={len(whole)}-")[0] == 416
    assert preview.ask("/assets/nora.svg", Range="bytes=0-0,2-2")[0] == 200
    assert preview.ask("/theme/map.css", Range="bytes=0-9")[0] == 206
    assert preview.ask("/theme/map.css", "HEAD", Range="bytes=0-9")[0] == 200


Home = Callable[..., bool]


@pytest.fixture(params=["127.0.0.1", "0.0.0.0"])
def home(request: pytest.FixtureRequest) -> Home:
    async def nobody(*_: object) -> None: ...

    guard = Guard(nobody, request.param)
    return lambda **headers: guard.at_home(Headers({name.replace("_", "-"): value for name, value in headers.items()}))


def test_who_may_ask(home: Home) -> None:
    assert home(host="127.0.0.1:8000")
    assert home(host="LOCALHOST:8000", origin="http://localhost:8000")
    assert home(host="[::1]:8000", origin="http://[::1]:8000")
    assert home(host="localhost", sec_fetch_site="cross-site", sec_fetch_mode="navigate")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"host": ""},
        {"host": "evil.example"},
        {"host": "localhost.evil.example"},
        {"host": "127.0.0.1.evil.example"},
        {"host": "[::1"},
        {"host": "localhost:8000", "origin": "https://evil.example"},
        {"host": "localhost:8000", "origin": "http://localhost:3000"},
        {"host": "localhost:8000", "origin": "https://localhost:8000"},
        {"host": "localhost:8000", "origin": "null"},
        {"host": "localhost:8000", "origin": ""},
        {"host": "localhost:8000", "sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors"},
    ],
)
def test_who_may_not_ask(home: Home, headers: dict[str, str]) -> None:
    assert not home(**headers)


def test_a_number_is_good_where_all_may_ask() -> None:
    async def nobody(*_: object) -> None: ...

    assert Guard(nobody, "0.0.0.0").at_home(Headers({"host": "192.168.1.7:8000"}))
    assert not Guard(nobody, "127.0.0.1").at_home(Headers({"host": "192.168.1.7:8000"}))
    assert Guard(nobody, "maps.lan").at_home(Headers({"host": "maps.lan:8000", "origin": "http://maps.lan:8000"}))


MOUNTS = [
    "22 1 8:1 / / rw - ext4 /dev/sda rw",
    "23 22 0:5 / /home/nora/share rw - nfs4 server:/share rw",
    "24 22 0:6 / /mnt/c rw - 9p drvfs rw",
    "25 22 0:7 / /home/nora/share/local rw - tmpfs tmpfs rw",
    "26 22 0:8 / /home/with\\040space rw shared:1 - fuse.sshfs host: rw",
    "broken",
]


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/nora/maps", False),
        ("/home/nora/share", True),
        ("/home/nora/share/maps", True),
        ("/home/nora/shared", False),
        ("/home/nora/share/local/maps", False),
        ("/mnt/c/maps", True),
        ("/home/with space/maps", True),
    ],
)
def test_file_systems_that_tell_of_nothing(path: str, *, remote: bool) -> None:
    assert remote_type(path, MOUNTS) is remote
