"""Reading a unit's own spreadsheets into the database: all of a file, or nothing of it.

The way through: `reading` (one module a format) → `recognise` (which sheet is which table) → `cells`
(parsers by kind of column) → `merge` (against the database) → `rules` (what only several cells
together can tell) → `apply`. `run.import_file` walks it.
"""
