"""Drawing: a page of the plan becomes marks on a canvas.

Each module draws one kind of page, or a part that pages share. All of them only read the plan: no page decides what
stands on another. How much of front and back matter a page takes is decided in `catalog.print.pages`; here it is set.
"""
