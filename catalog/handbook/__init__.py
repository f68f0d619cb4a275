"""What only this catalog has: the handbook's programme as code. Each module names the section it comes from."""
