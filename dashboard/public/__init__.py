"""What anybody may see: the pages that are made from one publication and nothing else.

`render_page(publication, language)` is all that others need. Nothing here opens a database, knows a viewer or
asks what day it is: the same publication gives the same bytes.
"""

from dashboard.public.render import render_page

__all__ = ["render_page"]
