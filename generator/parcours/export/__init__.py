"""Maps as files for other tools: tables, slides, texts. What needs a library of its own imports it when called."""
