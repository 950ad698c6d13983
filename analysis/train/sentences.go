package main

// sentences is trained later.
func (t *trainer) sentences() error { return nil }
