"""The audit: what may be published of a set of tables, so that nobody in them can be told.

`protect` is the way in, `facts` says afterwards why each number is hidden. The parts: `rule` (what is hidden
by itself), `puzzle` (what the public knows, as rows of whole numbers), `pieces` (what hangs together),
`worlds` and `attack` (what can be worked out), `targets` (what must not be), `hiding` and `complement` (what
is hidden).
"""

from dashboard.analysis.disclosure.facts import Fact, facts
from dashboard.analysis.disclosure.protect import protect

__all__ = ["Fact", "facts", "protect"]
