"""What a printing press needs: the colours of its inks, and pictures separated into them."""
