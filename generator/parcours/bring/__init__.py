"""What others wrote, brought in: texts in their formats → pages that are proposed, and what is to be said of it."""
