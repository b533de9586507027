// Seat of the command line.
