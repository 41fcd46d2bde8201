"""Real mail servers on loopback, and a person's inbox to look into."""
