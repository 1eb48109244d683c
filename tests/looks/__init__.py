"""What pages look like: pictures of every kind of page, kept small, compared with a tolerance."""
