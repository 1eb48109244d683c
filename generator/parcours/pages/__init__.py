"""One page kind a file: its address and its view, which is all that its template may see."""
