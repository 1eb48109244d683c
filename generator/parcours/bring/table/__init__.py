"""Tables → draft journeys: stages in rows or in columns, from Markdown, HTML, delimited texts and workbooks."""
