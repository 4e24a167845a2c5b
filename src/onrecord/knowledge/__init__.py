"""What the program knows about the world and the trade, as data. Each row says where it came from by its example."""
