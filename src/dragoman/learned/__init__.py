"""What is learned: one small encoder that finds who said what, run on the CPU."""
