"""From blocks to numbered pages: slots, folios, contents, index, and the plan that holds them."""
