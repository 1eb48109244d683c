"""Numbers and texts in, SVG and Mermaid scripts out. Knows nothing of journeys or pages."""
