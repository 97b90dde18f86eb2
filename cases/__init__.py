"""What a letter is, by the law: pure, synchronous, no input or output."""
