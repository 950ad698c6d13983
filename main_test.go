package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// arrows says which of our own packages each room may import; a room stands for
// the packages below it, and the longest name that fits decides. It is a
// statement of policy: change the code to fit it, not it to fit the code.
var arrows = map[string]string{
	".":                "ui/cli",
	"ui/cli":           "ui ui/serve ui/typeset analysis analysis/syntax model model/source model/store model/export model/agree samples",
	"ui/serve":         "ui model",
	"ui/typeset":       "model",
	"ui":               "ui/typeset model",
	"analysis":         "analysis/syntax analysis/segment analysis/tag analysis/parse analysis/entity analysis/coref analysis/quote analysis/frame model",
	"analysis/segment": "analysis/syntax analysis/lexicon analysis/weights model",
	"analysis/tag":     "analysis/syntax analysis/lexicon analysis/weights model",
	"analysis/parse":   "analysis/syntax analysis/lexicon analysis/weights model",
	"analysis/entity":  "analysis/syntax analysis/lexicon analysis/weights model",
	"analysis/coref":   "analysis/syntax analysis/lexicon analysis/weights model",
	"analysis/quote":   "analysis/syntax analysis/lexicon analysis/weights model",
	"analysis/frame":   "analysis/syntax analysis/lexicon analysis/weights model",
	"analysis/syntax":  "model",
	"analysis/lexicon": "",
	"analysis/weights": "",
	"analysis/train":   "analysis model/source analysis/syntax analysis/segment analysis/tag analysis/parse analysis/entity analysis/coref analysis/quote analysis/frame analysis/lexicon analysis/weights model",
	"model":            "",
	"model/source":     "model",
	"model/store":      "model",
	"model/export":     "model",
	"model/agree":      "model",
	"samples":          "",
}

func TestArrows(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room := path.Dir(filepath.ToSlash(file))
		for room != "." {
			if _, ok := arrows[room]; ok {
				break
			}
			room = path.Dir(room)
		}
		allowed, ok := arrows[room]
		if !ok {
			t.Errorf("%s: its room is not in the plan", file)
		}
		for _, spec := range f.Imports {
			imp, _ := strconv.Unquote(spec.Path.Value)
			to, ours := strings.CutPrefix(imp, "lectern/")
			below := to == room || strings.HasPrefix(to, room+"/") && arrows[to] == ""
			if ours && !below && !strings.Contains(" "+allowed+" ", " "+to+" ") {
				t.Errorf("%s imports %s", file, imp)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
