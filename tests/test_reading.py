"""Bytes to text, and which files are meant."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.reading import Unreadable, find_files, is_text_encoding, read, shown
from newsfacts.reading.decode import Undecodable, decode
from newsfacts.reading.files import read_bytes

ENGLISH = "The navy said 12 ships — “all of them” — were sunk near Ørland; it’s the café’s worst day.\r\nFive died.\n"
RUSSIAN = "Governor Иван Коваленко said 12 people died in Солнечное and ПРИМОРСК. Officials in Дальний Берег confirmed it."
UKRAINIAN = "Mayor Ігор Їжакевич said 12 people died in Щедра Балка, and Єлизавета Ґрунтенко confirmed it on Friday."

# text, encoding of the bytes, encoding reported, words of the warning
ENCODED = [
    (ENGLISH, "utf-8", "utf-8", ""), (ENGLISH, "utf-8-sig", "utf-8-sig", ""), (ENGLISH, "utf-16", "utf-16", ""),
    (ENGLISH, "utf-16-le", "utf-16-le", ""), (ENGLISH, "utf-16-be", "utf-16-be", ""), (ENGLISH, "utf-32", "utf-32", ""),
    (ENGLISH, "utf-32-le", "utf-32-le", ""), (ENGLISH, "utf-32-be", "utf-32-be", ""), (ENGLISH, "cp1252", "cp1252", "not UTF-8"),
    ("He paid £5 in the café.", "latin-1", "cp1252", "not UTF-8"), ("It’s over", "cp1252", "cp1252", "not UTF-8"),
    ("José Muñoz and François Lefèvre said 5 were hurt.", "cp1252", "cp1252", "not UTF-8"),
    (RUSSIAN, "utf-8", "utf-8", ""), (RUSSIAN, "utf-16", "utf-16", ""), (RUSSIAN, "utf-16-le", "utf-16-le", ""),
    (RUSSIAN, "cp1251", "cp1251", "not UTF-8"), (RUSSIAN, "koi8-u", "koi8-u", "not UTF-8"), (RUSSIAN, "cp866", "cp866", "not UTF-8"),
    (RUSSIAN, "iso8859-5", "iso8859-5", "not UTF-8"), (UKRAINIAN, "cp1251", "cp1251", "not UTF-8"),
    (UKRAINIAN, "koi8-u", "koi8-u", "not UTF-8"), ("", "utf-8", "utf-8", ""),
    ("\ufeff", "utf-16-le", "utf-16", ""), ("a", "utf-8", "utf-8", ""),
    ("5 killed", "utf-16-le", "utf-16-le", ""), ("5 killed", "utf-32-be", "utf-32-be", ""), ("a\0b and more", "utf-8", "utf-8", ""),
    ("a\ufeffb\ufffd\ufdd0\ue000", "utf-8", "utf-8", ""), ("\x1b[31mred\x1b[0m", "utf-8", "utf-8", ""),
]


@pytest.mark.parametrize(("text", "encoding", "reported", "warning"), ENCODED)
def test_encodings_are_found(text: str, encoding: str, reported: str, warning: str) -> None:
    data = text.encode(encoding)
    found, used, warnings = decode(data)
    assert used == reported
    assert found == data.decode(reported) == text.removeprefix("\ufeff" if reported == "utf-16" else "")
    assert [warning in w for w in warnings] == [True] * bool(warning)


# bytes, text, number of bytes told to be lost
DAMAGED = [
    (b"Five \xff died", "Five \ufffd died", 1), (b"Caf\xc3", "Caf\ufffd", 1), ("Café Ø".encode() + b"\x80\x80", "Café Ø\ufffd\ufffd", 2),
    ("— é".encode() + b"\xed\xa0\x80!", "— é\ufffd\ufffd\ufffd!", 3), ("é\ufffd".encode() + b"\xff", "é\ufffd\ufffd", 1),
    (b"\xef\xbb\xbfa\xff", "a\ufffd", 1), (b"\xff\xfea\0b\0c", "ab\ufffd", 1), (b"\xfe\xff\xd8\0\0a", "\ufffda", 1),
]


@pytest.mark.parametrize(("data", "text", "lost"), DAMAGED)
def test_damage_is_marked_and_told_once(data: bytes, text: str, lost: int) -> None:
    found, _, warnings = decode(data)
    assert found == text
    assert len(warnings) == 1 and warnings[0].startswith(f"{lost} undecodable byte")


@pytest.mark.parametrize("data", [
    bytes(1000), bytes(2), b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\0>\0\x01\0\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n",
    b"\x1f\x8b\x08\x08\x11\x22\x33\x44\0\x03report.txt\0\xcbH\xcd\xc9\xc9W(\xcf/\xcaI\xe1\x02", bytes(range(256)),
    b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01",
    hashlib.sha512(b"x").digest() * 9,
])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(Undecodable, match="looks binary"):
        decode(data)


def test_an_encoding_told_is_obeyed() -> None:
    assert decode(RUSSIAN.encode("cp866"), "cp866") == (RUSSIAN, "cp866", [])
    assert decode("é".encode(), "latin1") == ("Ã©", "iso8859-1", [])
    text, used, warnings = decode("é".encode(), "ascii")
    assert (text, used, len(warnings)) == ("\ufffd\ufffd", "ascii", 1)
    assert decode(b"\\ud800", "unicode_escape")[0] == "\ufffd"


@pytest.mark.parametrize(("name", "known"), [
    ("utf-8", True), ("CP1251", True), ("koi8_u", True), ("utf-16", True), ("rot13", False), ("hex", False), ("zlib", False),
    ("nonsense", False), ("", False), ("a\0b", False), ("../x", False), ("é" * 100, False),
])
def test_text_encodings(name: str, known: bool) -> None:
    assert is_text_encoding(name) is known


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_without_surrogates_or_are_refused(data: bytes) -> None:
    try:
        text, used, warnings = decode(data)
    except Undecodable:
        return
    text.encode("utf-8")
    if not warnings or "undecodable" not in warnings[-1]:
        assert data.decode(used) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8", [])


def test_a_file_is_read_with_its_source(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    data = "Five died.\r\n\u2028é\r".encode("utf-8-sig")
    path.write_bytes(data)
    text, source, warnings = read(str(path))
    assert (text, warnings) == ("Five died.\r\n\u2028é\r", [])
    assert source.to_dict() == {
        "name": str(path), "encoding": "utf-8-sig", "characters": 15, "sha256": hashlib.sha256(data).hexdigest(),
    }


def test_sizes(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"a" * 100_000)
    assert len(read_bytes(str(path), 100_000)) == 100_000
    with pytest.raises(Unreadable, match="100000 bytes are more than --max-size 99999"):
        read_bytes(str(path), 99_999)
    with pytest.raises(Unreadable, match="more bytes than --max-size 10"):
        read_bytes("/dev/zero", 10)


def test_names_are_printable() -> None:
    assert shown(os.fsdecode(b"caf\xe9")) == "caf\\xe9"
    assert shown("é") == "é"


def test_files_of_folders(tmp_path: Path) -> None:
    def tree(*names: str) -> None:
        for name in names:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("x")

    tree("a/1.txt", "a-b.txt", "a.txt", "a/b/2.txt", "z.md", "é.TXT", ".h/3.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")  # the same file again
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "self").symlink_to("self")
    os.mkfifo(tmp_path / "pipe.txt")
    found = [(os.path.relpath(path, tmp_path), why) for path, why in find_files([str(tmp_path)])]
    assert found == [
        (".h/3.txt", None), ("a-b.txt", None), ("a.txt", None), ("a/1.txt", None), ("a/b/2.txt", None), ("gone.txt", "no such file"),
        ("é.TXT", None),
    ]


def test_files_are_given_as_named_and_folders_without_reports_told(tmp_path: Path) -> None:
    assert list(find_files(["-", "x", "x", ""])) == [("-", None), ("x", None), ("x", None), ("", None)]
    assert list(find_files([str(tmp_path)])) == [(str(tmp_path), "no *.txt file in this folder")]
