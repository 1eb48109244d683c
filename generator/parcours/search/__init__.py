"""What the search of a site looks in: its words folded, its pages and steps as entries, all as scripts."""
