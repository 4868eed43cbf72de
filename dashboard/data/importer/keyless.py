"""Contacts and follow-ups whose file gives them no key.

Such a row is found again by its content: first among the rows that have a key of their own, then among those
whose key was built. What is left over is new and gets a key built from its content and its number among
identical rows, so the order of the file does not matter.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable

from dashboard.data.importer.cells.trouble import Kept
from dashboard.data.importer.file_table import Cells, Key
from dashboard.data.importer.merge import Entry, Overlay, TablePlan
from dashboard.data.importer.stored import Stored, Whole
from dashboard.data.importer.written_here import Keyless, is_added_here, place_in_written

Content = tuple[object, ...]
NO_KEYS: list[Key] = []
"""What no stored row has the content of; one for all, and never added to."""


def place_keyless(plan: TablePlan, stored: Stored, *, whole: bool = True, file_wins: bool = False) -> None:
    """Give every row without a key its own, and find what the file shows to be gone.

    Args:
        plan: what happens to the table.
        stored: the tables as they become.
        whole: whether all the file's rows are here; if not, nothing can be told to be gone.
        file_wins: whether what the file says replaces what was written in place.
    """
    file, table = plan.file, plan.table
    if not table.builds_key:
        return
    rows, built = stored.rows(table.name), stored.built_keys(table.name)
    own_key = file.heading(table.key[0])
    key_at = file.headings.index(own_key) if own_key else -1
    keyless = [
        (cells, number)
        for cells, number in zip(file.rows, file.numbers, strict=True)
        if key_at < 0 or cells[key_at] is None
    ]
    compared = [
        place for place, column in enumerate(table.columns) if place and file.heading(column.name) is not None
    ]
    written = stored.written(table.name)
    if keyless:
        left = _match(plan, keyless, compared, rows, built)
        left = place_in_written(plan, left, compared, rows, written, file_wins=file_wins)
        _add(plan, left, rows)
        if whole and len(keyless) == len(file.rows):
            _find_gone(plan, rows, built, written)
    yielding = built | {key for key in written if is_added_here(key)}
    if plan.new and yielding:
        _give_way(plan, compared, rows, yielding)


def _match(
    plan: TablePlan,
    keyless: list[tuple[Cells, int]],
    compared: list[int],
    rows: dict[Key, Whole],
    built: set[Key],
) -> list[Keyless]:
    """Find each row again by its content; gives those that are not there."""
    overlay = Overlay(plan.file)
    wanted = [
        Keyless(_without_kept(cells), overlay.whole(_without_kept(cells), None), number)
        for cells, number in keyless
    ]
    waiting = _by_content(rows, (one.whole for one in wanted), compared, built)
    left: list[Keyless] = []
    for one in wanted:
        same = waiting.get(_content(one.whole, compared))
        if same:
            key = same.pop()
            plan.entries.append(Entry(key, rows[key], one.number))
            plan.unchanged += 1
        else:
            left.append(one)
    return left


def _add(plan: TablePlan, left: list[Keyless], rows: dict[Key, Whole]) -> None:
    """What is left over is new."""
    numbers: Counter[Whole] = Counter()
    for one in left:
        key = _free_key(plan.table.name, one.whole, numbers, rows)
        entry = Entry(key, (key, *one.whole[1:]), one.number)
        rows[key] = entry.whole
        plan.built.add(key)
        plan.new.append(entry)
        plan.entries.append(entry)


def _by_content(
    rows: dict[Key, Whole], wanted: Iterable[Whole], compared: list[int], built: set[Key]
) -> dict[Content, list[Key]]:
    """The stored keys for the content of each row looked for; the one to take first stands last."""
    if not rows:
        return {}
    # A dict keeps the key it was given first: a million contents are held once, not twice.
    found: dict[Content, list[Key]] = dict.fromkeys((_content(whole, compared) for whole in wanted), NO_KEYS)
    for key, whole in rows.items():
        content = _content(whole, compared)
        keys = found.get(content)
        if keys is NO_KEYS:
            found[content] = [key]
        elif keys is not None:
            keys.append(key)
    for keys in found.values():
        if len(keys) > 1:
            keys.sort(key=lambda key: (key in built, str(key)), reverse=True)
    return found


def _free_key(table: str, whole: Whole, numbers: Counter[Whole], rows: dict[Key, Whole]) -> str:
    while True:
        numbers[whole] += 1
        text = "\x1f".join([table, *map(str, whole[1:]), str(numbers[whole])])
        key = "auto-" + hashlib.sha256(text.encode()).hexdigest()[:20]
        if key not in rows:
            return key


def _find_gone(plan: TablePlan, rows: dict[Key, Whole], built: set[Key], written: Collection[Key]) -> None:
    """The file is the whole truth about whom and which days it spans: what it lacks there is gone.

    Not so a row in which somebody has written in place.
    """
    whom, day = (plan.table.index(name) for name in plan.table.span)
    kept = {entry.key for entry in plan.entries}
    spanned = {entry.whole[whom] for entry in plan.entries}
    days = [entry.whole[day] for entry in plan.entries]
    first, last = min(days), max(days)
    for key in sorted(built - kept, key=str):
        whole = rows[key]
        if whole[whom] in spanned and first <= whole[day] <= last:
            if key in written:
                plan.left_alone += 1
                continue
            plan.removed.append(key)
            del rows[key]


def _give_way(plan: TablePlan, compared: list[int], rows: dict[Key, Whole], built: set[Key]) -> None:
    """A new row with a key of its own that equals a built one is that row, and takes its place."""
    own = sorted((entry for entry in plan.new if entry.key not in plan.built), key=lambda one: str(one.key))
    taken = {entry.key for entry in plan.entries}
    free = {key: rows[key] for key in built if key in rows and key not in taken}
    waiting = _by_content(free, (entry.whole for entry in own), compared, built)
    heirs: dict[Key, Entry] = {}
    for entry in own:
        same = waiting.get(_content(entry.whole, compared))
        if same:
            key = same.pop()
            plan.replaced.append(key)
            heirs[entry.key] = _heir(entry, rows.pop(key), compared)
    plan.new = [heirs.get(entry.key, entry) for entry in plan.new]
    plan.entries = [heirs.get(entry.key, entry) for entry in plan.entries]
    rows.update((entry.key, entry.whole) for entry in heirs.values())


def _heir(entry: Entry, old: Whole, compared: list[int]) -> Entry:
    """The new row, with what the file does not say taken from the one it replaces."""
    whole = tuple(
        fresh if place == 0 or place in compared else kept
        for place, (fresh, kept) in enumerate(zip(entry.whole, old, strict=True))
    )
    return Entry(entry.key, whole, entry.number)


def _content(whole: Whole, places: Iterable[int]) -> Content:
    return tuple(whole[place] for place in places)


def _without_kept(cells: Cells) -> Cells:
    return tuple(None if isinstance(cell, Kept) else cell for cell in cells)
