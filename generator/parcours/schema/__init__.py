"""What editors are told: a JSON Schema for every kind of file, with a meaning for every key, in English and French."""
