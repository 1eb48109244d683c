"""From text to documents: front matter with places, Markdown prose, tables of measures."""
