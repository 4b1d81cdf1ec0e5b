package nn

// Names gives every layer its name in the table, whether the stack fits or not; the names
// of the rows that Table gives are these.
func (s Spec) Names() []string { return s.names() }
