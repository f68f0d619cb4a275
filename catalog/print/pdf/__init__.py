"""From drawn pages to a file: the drawing surface, colour, the writing by ReportLab, the last pass by pikepdf."""
