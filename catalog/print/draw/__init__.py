"""Drawing: a page of the plan becomes marks on a canvas.

Each module draws one kind of page, or a part that pages share. All of them only read the plan: no page decides what
stands on another. Text of front and back matter is wrapped here, since nothing depends on its length.
"""
