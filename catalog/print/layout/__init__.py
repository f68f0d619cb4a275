"""From an entry to a measured block: the grid, the frames of each size, copy-fitting, the words."""
