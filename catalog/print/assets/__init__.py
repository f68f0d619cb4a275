"""What pages show besides type: pictures prepared for print, QR codes, and what a book needs of both."""
