"""Deflate (RFC 1951) whose bytes depend on nothing but the picture.

A kit must come out the same on every machine, and few compressors promise that. ISA-L's
igzip chooses its match finder by processor: it hashes with the CRC32 instruction where there is
SSE 4.2 and by multiplication elsewhere, and has separate versions for AVX2, AVX-512 and ARM. The
standard library's zlib is whichever zlib the interpreter was built with (the reference one,
zlib-ng in Windows builds since Python 3.14 and in Fedora, or another fork), and each finds other
matches. One release of zlib-ng, brought along, is the same everywhere and fast (png.py), but of
flat art it leaves more. So this one finds its own matches, in numpy, and in whole numbers only.

What it looks for is what drawings are made of: bytes that repeat a pixel further on, and, where
most of a picture does, at one more distance, that of a pattern's tile. Huffman coding, renewed from
block to block, does the rest. Flat drawings come out smaller than from a dictionary search, which
spends its codes on distances.
"""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

_BLOCK = 1 << 17
"""Tokens that share their Huffman codes. A token is a literal byte, or `_NEAR` or `_FAR` and a
match's length."""

_SHORTEST, _LONGEST = 3, 258
_END = 256
_NEAR, _FAR = 256, 256 + _LONGEST + 1
_TOKENS = _FAR + _LONGEST + 1
_WINDOW = 32768
_CODE_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)

_SAMPLE = 1 << 14
"""Places looked at to find out whether a picture repeats."""

_MIDDLE = 1 << 20
"""Bytes in which these places are."""

_REPEATED = 0.25
"""Share of them that must agree on the distance."""

_FAR_SHORTEST = 12
"""Bytes from which a far match, with some twelve bits of distance, is worth its cost."""

# RFC 1951, § 3.2.5: after eight lengths of their own, every four codes share a number of extra
# bits; the longest length has a code of its own.
_EXTRA_BITS = (*(max(0, code // 4 - 1) for code in range(28)), 0)


def _length_codes() -> tuple[list[int], list[int], list[int]]:
    """For each token: its symbol, the value of its extra bits and how many these are."""
    symbols = [*range(_NEAR), *[_END] * (_TOKENS - _NEAR)]
    values, widths = [0] * _TOKENS, [0] * _TOKENS
    length = _SHORTEST
    for code, extra in enumerate(_EXTRA_BITS):
        length = _LONGEST if code == 28 else length
        for value in range(1 << extra):
            if length + value <= _LONGEST:
                for base in (_NEAR, _FAR):
                    token = base + length + value
                    symbols[token], values[token], widths[token] = 257 + code, value, extra
        length += 1 << extra
    return symbols, values, widths


_SYMBOL, _EXTRA, _EXTRA_WIDTH = (np.array(column) for column in _length_codes())

Bytes = NDArray[np.uint8]
Tokens = NDArray[np.uint16]
Places = NDArray[np.int64]


def compress(data: Bytes, distance: int = 1) -> bytes:
    """`data` (one dimension) as a zlib stream.

    distance: how many bytes back repetitions are looked for, 1–4; in a picture, the bytes of a
    pixel. ValueError for another.
    """
    if not 1 <= distance <= 4:
        raise ValueError("repetitions are looked for 1 to 4 bytes back")
    data = np.ascontiguousarray(data)
    bits = _Bits()
    far = _tile(data, distance)
    tokens = _tokens(data, distance, far)
    for start in range(0, max(1, len(tokens)), _BLOCK):
        part = tokens[start : start + _BLOCK]
        _block(bits, part, distance, far, final=start + _BLOCK >= len(tokens))
    return b"\x78\x01" + bits.bytes() + zlib.adler32(data.data).to_bytes(4, "big")


def cost(data: Bytes, distance: int = 1) -> int:
    """How many bits `data` needs, without far repetitions and headers: to compare filters by."""
    tokens = _tokens(np.ascontiguousarray(data), distance, None)
    counts = np.bincount(tokens, minlength=_TOKENS)
    symbols = np.bincount(_SYMBOL, counts, minlength=286).astype(np.int64)
    coded = int((symbols * _code_widths(symbols.tolist(), 15)).sum())
    return coded + int((counts[_NEAR:] * (_EXTRA_WIDTH[_NEAR:] + 1)).sum())


# ---- repetitions


def _tile(data: Bytes, distance: int) -> int | None:
    """The distance at which most of what is new in the data has been before, if there is one."""
    # The middle of it tells: looking through all of a large picture would cost more than it saves.
    start = max(0, (len(data) - _MIDDLE) // 2)
    data = data[start : start + _MIDDLE]
    new = np.flatnonzero(data[distance:-8] != data[: -distance - 8]) + distance
    start = max(0, (len(new) - _SAMPLE) // 2)
    new = new[start : start + _SAMPLE]
    if len(new) < 256:
        return None
    words = np.zeros(len(new), np.uint64)
    for offset in range(8):
        words = words << np.uint64(8) | data[new + offset]
    order = np.argsort(words, kind="stable")
    again = words[order][1:] == words[order][:-1]
    back = np.diff(new[order])[again]
    counts = np.bincount(back[back <= _WINDOW], minlength=distance + 1)
    counts[: distance + 1] = 0
    best = int(counts.argmax())
    return best if counts[best] >= _REPEATED * len(new) else None


def _tokens(data: Bytes, distance: int, far: int | None) -> Tokens:
    """Literals and matches in order; a run of repeated bytes is cut into the longest matches."""
    same = np.zeros(len(data), np.bool_)
    np.equal(data[distance:], data[:-distance], out=same[distance:])
    if far is None:
        starts, ends = _runs(same, _SHORTEST)
        bases = np.full(len(starts), _NEAR)
    else:
        again = np.zeros(len(data), np.bool_)
        np.equal(data[far:], data[:-far], out=again[far:])
        far_starts, far_ends = _runs(again, _FAR_SHORTEST)
        turns = np.zeros(2 * len(far_starts) + 1, np.int64)
        turns[1:-1:2], turns[2::2] = far_starts, far_ends
        taken = np.arange(len(turns)) % 2 == 1
        same &= ~np.repeat(taken, np.diff(turns, append=len(data)))
        starts, ends = _runs(same, _SHORTEST)
        bases = np.repeat([_NEAR, _FAR], [len(starts), len(far_starts)])
        starts, ends = np.concatenate((starts, far_starts)), np.concatenate((ends, far_ends))
        order = np.argsort(starts)
        starts, ends, bases = starts[order], ends[order], bases[order]
    if not len(starts):
        return data.astype(np.uint16)

    lengths = ends - starts
    pieces = -(-lengths // _LONGEST)
    last = np.cumsum(pieces) - 1
    rest = lengths - (pieces - 1) * _LONGEST
    matches = np.full(last[-1] + 1, _LONGEST)
    # A match has at least three bytes: where fewer are left over, the one before gives some.
    lent = np.where(pieces > 1, np.maximum(_SHORTEST - rest, 0), 0)
    matches[last] = rest + lent
    matches[last[pieces > 1] - 1] -= lent[pieces > 1]
    matches += np.repeat(bases, pieces)

    # Between the matches, and after the last one, stand literals: what of the data is in none.
    gaps = np.concatenate((starts, [len(data)])) - np.concatenate(([0], ends))
    spans = np.empty(2 * len(gaps), np.int64)
    spans[0::2], spans[1::2] = gaps, np.concatenate((pieces, [0]))
    is_literal = np.repeat(np.arange(len(spans)) % 2 == 0, spans)
    tokens = np.empty(len(is_literal), np.uint16)
    before = np.concatenate(([0], np.cumsum(lengths - pieces)))
    where = np.flatnonzero(is_literal)
    tokens[where] = data[where + np.repeat(before, gaps)]
    tokens[~is_literal] = matches
    return tokens


def _runs(same: NDArray[np.bool_], least: int) -> tuple[Places, Places]:
    """Where runs of at least `least` repeated bytes start and end."""
    edges = np.flatnonzero(same[1:] != same[:-1]) + 1
    if len(same) and same[-1]:
        edges = np.append(edges, len(same))
    # The first byte repeats nothing, so edges alternate: into a run, out of it.
    starts, ends = edges[0::2], edges[1::2]
    long = ends - starts >= least
    return starts[long], ends[long]


# ---- codes


def _block(bits: _Bits, tokens: Tokens, distance: int, far: int | None, final: bool) -> None:
    counts = np.bincount(tokens, minlength=_TOKENS)
    symbols = np.bincount(_SYMBOL, counts, minlength=286).astype(np.int64)
    symbols[_END] += 1
    # Shorter codes beside a far distance's thirteen bits keep two tokens within one word.
    widths = _code_widths(symbols.tolist(), 15 if far is None else 12)
    codes = _codes(widths)
    distances = [0] * (distance - 1) + [1]
    symbol, value, extra = _distance_code(far) if far is not None else (0, 0, 0)
    if far is not None:
        distances += [0] * (symbol - len(distances)) + [1]
    _header(bits, widths, distances, final)

    symbol_widths, symbol_codes = np.array(widths), np.array(codes)
    width = symbol_widths[_SYMBOL]
    code = symbol_codes[_SYMBOL] | (_EXTRA << width)
    width += _EXTRA_WIDTH
    # The near distance has the code 0 and the far one 1, of one bit each.
    code[_FAR:] |= (1 | value << 1) << width[_FAR:]
    width[_NEAR:_FAR] += 1
    width[_FAR:] += 1 + extra
    bits.put_all(code.astype(np.uint64)[tokens], width.astype(np.uint64)[tokens])
    bits.put(codes[_END], widths[_END])


def _distance_code(distance: int) -> tuple[int, int, int]:
    """Symbol, value of the extra bits and their number (RFC 1951, § 3.2.5)."""
    if distance <= 4:
        return distance - 1, 0, 0
    extra = (distance - 1).bit_length() - 2
    return 2 * extra + (distance - 1 >> extra), distance - 1 & (1 << extra) - 1, extra


def _header(bits: _Bits, widths: Sequence[int], distances: Sequence[int], final: bool) -> None:
    """Block header with the code widths, themselves coded (RFC 1951, § 3.2.7)."""
    used = max(257, max(symbol for symbol, width in enumerate(widths) if width) + 1)
    fields: list[tuple[int, int, int]] = []
    for width, run in groupby([*widths[:used], *distances]):
        left = len(list(run))
        if width:
            fields.append((width, 0, 0))
            left -= 1
        while left:
            # 16 repeats the width before it 3–6 times, 17 and 18 stand for 3–10 and 11–138 zeros.
            if left < 3:
                fields.append((width, 0, 0))
                left -= 1
                continue
            symbol, base, most, extra = (
                (16, 3, 6, 2) if width else (17, 3, 10, 3) if left < 11 else (18, 11, 138, 7)
            )
            taken = min(left, most)
            fields.append((symbol, taken - base, extra))
            left -= taken
    counts = [0] * 19
    for symbol, _, _ in fields:
        counts[symbol] += 1
    own = _code_widths(counts, 7)
    codes = _codes(own)
    sent = max(4, max(place for place, symbol in enumerate(_CODE_ORDER) if own[symbol]) + 1)
    bits.put(int(final) | 2 << 1, 3)
    bits.put(used - 257, 5)
    bits.put(len(distances) - 1, 5)
    bits.put(sent - 4, 4)
    for symbol in _CODE_ORDER[:sent]:
        bits.put(own[symbol], 3)
    for symbol, value, extra in fields:
        bits.put(codes[symbol], own[symbol])
        bits.put(value, extra)


def _code_widths(counts: Iterable[int], most: int) -> list[int]:
    """Huffman code widths of at most `most` bits (0 for what does not occur)."""
    counts = list(counts)
    while True:
        heap = [(count, symbol) for symbol, count in enumerate(counts) if count]
        heapq.heapify(heap)
        if len(heap) == 1:
            return [int(count > 0) for count in counts]
        parents: list[int] = [0] * len(counts)
        # Joined nodes are numbered upwards from the last symbol, so a parent follows its children.
        while len(heap) > 1:
            first, a = heapq.heappop(heap)
            second, b = heap[0]
            parents[a] = parents[b] = len(parents)
            parents.append(0)
            heapq.heapreplace(heap, (first + second, len(parents) - 1))
        depths = [0] * len(parents)
        for node in range(len(parents) - 2, -1, -1):
            depths[node] = depths[parents[node]] + 1 if parents[node] else 0
        widths = depths[: len(counts)]
        if max(widths) <= most:
            return widths
        counts = [count and (count >> 1) + 1 for count in counts]


def _codes(widths: Sequence[int]) -> list[int]:
    """The codes that belong to the widths (RFC 1951, § 3.2.2), with their bits in stream order."""
    code = before = 0
    codes = [0] * len(widths)
    for width, symbol in sorted((width, symbol) for symbol, width in enumerate(widths) if width):
        code <<= width - before
        codes[symbol] = int(f"{code:0{width}b}"[::-1], 2)
        code += 1
        before = width
    return codes


class _Bits:
    """A stream of bits, least significant first."""

    def __init__(self) -> None:
        self._whole = bytearray()
        self._value = 0
        self._count = 0

    def put(self, value: int, width: int) -> None:
        self._value |= value << self._count
        self._count += width

    def put_all(self, values: NDArray[np.uint64], widths: NDArray[np.uint64]) -> None:
        """Append `values` of at most 32 bits each."""
        self._flush()
        if len(values) % 2:
            values, widths = np.append(values, np.uint64(0)), np.append(widths, np.uint64(0))
        # Two at a time: half as many places to work out.
        pairs = values[0::2] | values[1::2] << widths[0::2]
        widths = widths[0::2] + widths[1::2]
        ends = np.cumsum(widths) + np.uint64(self._count)
        total = int(ends[-1]) if len(ends) else self._count
        starts = ends - widths
        shift = starts & np.uint64(63)
        word = (starts >> np.uint64(6)).astype(np.int64)
        words = np.zeros(total // 64 + 2, "<u8")
        if len(word):
            first = np.concatenate(([0], np.flatnonzero(word[1:] != word[:-1]) + 1))
            words[word[first]] = np.bitwise_or.reduceat(pairs << shift, first)
            # Only the last pair of a word can reach into the next one.
            last = np.append(first[1:], len(word)) - 1
            words[word[last] + 1] |= pairs[last] >> np.uint64(1) >> (np.uint64(63) - shift[last])
        words[0] |= np.uint64(self._value)
        stream = words.view(np.uint8)
        self._whole += stream[: total // 8].tobytes()
        self._value, self._count = int(stream[total // 8]), total % 8

    def bytes(self) -> bytes:
        self._count += -self._count % 8
        self._flush()
        return bytes(self._whole)

    def _flush(self) -> None:
        whole = self._count // 8
        self._whole += (self._value & (1 << 8 * whole) - 1).to_bytes(whole, "little")
        self._value >>= 8 * whole
        self._count %= 8
