"""What is said about a text: findings, the catalogue of rules, and how both are told."""
