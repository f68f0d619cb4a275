"""From the bytes of a page to its marks: tokens, graphics state, colours, fonts, pictures."""
