package frame

// Misses returns the counter-examples of every device.
func Misses() map[string][]string {
	m := map[string][]string{}
	for _, d := range catalogue() {
		m[d.ID] = d.misses
	}
	return m
}
