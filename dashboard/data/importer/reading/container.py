"""Packed files looked through before anything else opens them: counted while they are inflated.

The sizes that a packed file states about itself are not believed. Every part is inflated once, a piece at a
time, and thrown away; the reader proper opens the file only when all of it has held what it says.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from dashboard.data.importer.reading.limits import MOST_PARTS, Limits
from dashboard.data.importer.reading.refusals import damaged, too_large_unpacked
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

_PIECE = 1 << 18
_HIGHEST_RATIO, _RATIO_FROM = 100, 20_000_000
_MOST_DIRECTORY = 4_000_000
_END = b"PK\x05\x06"
_END_SIZE, _LONGEST_COMMENT = 22, 65_535
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LONGEST_DECLARATION = 9
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_HELD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """The packed file, with everything that can be wrong with it said as a refusal."""
    try:
        _refuse_long_directory(path)
        with ZipFile(path) as packed:
            yield packed
    except (
        BadZipFile,
        EOFError,
        KeyError,
        NotImplementedError,
        OSError,
        RuntimeError,
        UnicodeError,
        ValueError,
        struct.error,
        zlib.error,
    ) as error:
        raise damaged() from error


def look_through(packed: ZipFile, path: Path, limits: Limits, *, xml: bool) -> None:
    """Inflate every part once, and refuse the file if it holds more, or other things, than it says.

    Args:
        packed: the file.
        path: where it lies.
        limits: how much it may hold.
        xml: whether its parts are those of a workbook, written in XML.

    Raises:
        FileRefused: when it is too large, holds another file, or declares entities.
    """
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise too_large_unpacked()
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused(_("The .zip file is protected by a password. Pack it without one."))
    if len({part.filename for part in parts}) < len(parts):
        raise damaged()
    total = 0
    with path.open("rb") as file:
        for part in parts:
            total += _look_at(file, part, limits.unpacked - total, xml=xml)


def _refuse_long_directory(path: Path) -> None:
    """The directory is held in memory as a whole, so its size is looked at first."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
        tail = file.read()
    place = tail.rfind(_END)
    if place >= 0 and len(tail) - place >= _END_SIZE:
        (stated,) = struct.unpack_from("<I", tail, place + 12)
        if stated > _MOST_DIRECTORY and stated != 0xFFFFFFFF:
            raise too_large_unpacked()


def _look_at(file: BinaryIO, part: ZipInfo, left: int, *, xml: bool) -> int:
    size = check = 0
    tail = b""
    first = True
    is_xml = False
    for piece in _inflated(file, part):
        size += len(piece)
        if size > left or (size > _RATIO_FROM and size > _HIGHEST_RATIO * max(1, part.compress_size)):
            raise too_large_unpacked()
        check = zlib.crc32(piece, check)
        if first:
            is_xml = xml and _is_xml(piece)
            _refuse_held(piece)
            first = False
        if is_xml and _DECLARATION.search(tail + piece):
            raise _strange_xml()
        tail = piece[-_LONGEST_DECLARATION:]
    if size != part.file_size or check != part.CRC:
        raise damaged()
    return size


def _is_xml(beginning: bytes) -> bool:
    if beginning.startswith(_WIDE):
        raise _strange_xml()
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _refuse_held(beginning: bytes) -> None:
    if beginning.startswith(_HELD):
        raise FileRefused(
            _(
                "The file holds another workbook or packed file, which cannot be looked through. "
                "Take it out, or choose that file itself."
            )
        )


def _strange_xml() -> FileRefused:
    return FileRefused(_("The workbook holds XML that no spreadsheet writes. It is not read."))


def _inflated(file: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    """The content of a part in pieces, from the packed bytes themselves."""
    file.seek(part.header_offset)
    header = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    if header[0] != _HELD[0] or header[3] != part.compress_type:
        raise damaged()
    file.seek(header[9] + header[10], io.SEEK_CUR)
    left = part.compress_size
    if part.compress_type == ZIP_STORED:
        while left and (piece := file.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece
    elif part.compress_type == ZIP_DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        while left and (piece := file.read(min(_PIECE, left))):
            left -= len(piece)
            while piece:
                yield inflater.decompress(piece, _PIECE)
                piece = inflater.unconsumed_tail
        while rest := inflater.decompress(inflater.unconsumed_tail, _PIECE):
            yield rest
        if not inflater.eof:
            raise damaged()
    else:
        raise damaged()
