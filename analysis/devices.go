package analysis

import (
	"lectern/analysis/frame"
	"lectern/model"
)

// Devices returns the catalogue of framing devices, in the order of families,
// without reading anything.
func Devices() []*model.Device { return frame.Devices() }
