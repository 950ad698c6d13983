package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lectern/analysis"
	"lectern/analysis/frame"
	"lectern/analysis/weights"
	"lectern/model/source"
)

// priors are words that speak for a frame by its definition, written down before
// any article was seen. The model begins with them, and with few articles for
// the rarer frames it stays near them.
var priors = map[string]string{
	"economic":               "economy economic economist market trade tax price cost bank invest investment investor growth job wage unemployment business finance financial currency debt inflation export import tariff industry profit budget recession fund",
	"capacity-and-resources": "resource capacity funding staff shortage infrastructure equipment supply overcrowd personnel logistics backlog vaccine dose bed limited stockpile",
	"morality":               "moral morality evil sin god church faith religious religion virtue shame conscience innocent immoral wicked priest holy duty compassion",
	"fairness-and-equality":  "equal equality discriminate discrimination racist racism racial unfair bias minority prejudice privilege gender sexist injustice unequal double",
	"legality":               "law legal court judge constitution constitutional supreme attorney lawsuit ruling justice lawyer amendment statute trial right legislation prosecutor jurisdiction",
	"policy-prescription":    "policy reform plan proposal propose program measure regulation legislation bill strategy solution implement recommend guideline",
	"crime-and-punishment":   "crime criminal murder police prison arrest jail sentence charge convict guilty kill shoot shooting victim suspect gun investigation rape abuse assault",
	"security-and-defense":   "security military terror terrorist terrorism attack war defense weapon troop missile nuclear army threat border bomb force soldier defence intelligence",
	"health-and-safety":      "health disease medical doctor hospital patient virus vaccine plague outbreak infection safety drug treat epidemic cancer symptom",
	"quality-of-life":        "family community life live home school neighborhood social welfare suffer poverty housing comfort happy child student",
	"cultural-identity":      "culture cultural tradition identity heritage language custom national historic immigrant ethnic western flag monument art music",
	"public-opinion":         "poll protest public opinion survey percent demonstrate demonstration petition rally march popular support crowd majority protester",
	"political":              "president election party vote democrat republican senate congress campaign candidate political parliament minister governor lawmaker partisan voter",
	"external-regulation":    "foreign international nation united treaty sanction diplomat diplomatic ambassador ally relation european global country embassy agreement",
}

// framed is one article: its vector and the frames that it was given.
type framed struct {
	terms  []int     // indexes into the features of all articles
	values []float64 // weight over norm
	has    []bool
}

const (
	policyRounds = 200
	policyFolds  = 5
	policyDecay  = 6.0 // how strongly weights are drawn towards the priors
	priorWeight  = 1.5
	lean         = .2 // log odds in favour of a frame, since the rarer ones are drawn to no
)

// policies trains the policy frames on the articles of SemEval-2023 task 3 and
// reports what five-fold cross-validation gives.
func (t *trainer) policies() error {
	all, features, err := t.framed()
	if err != nil {
		return err
	}
	var both, gold, said, macro float64
	for c := range frame.Policies {
		var hit, right, put float64
		for fold := range policyFolds {
			var train, test []framed
			for i, a := range all {
				if i%policyFolds == fold {
					test = append(test, a)
				} else {
					train = append(train, a)
				}
			}
			w := fitPolicy(train, features, c)
			for _, a := range test {
				yes := w.score(a)+lean > 0
				if yes {
					put++
				}
				if a.has[c] {
					right++
				}
				if yes && a.has[c] {
					hit++
				}
			}
		}
		both, gold, said = both+hit, gold+right, said+put
		f := 2 * hit / max(1, right+put)
		macro += f / float64(len(frame.Policies))
		t.say("%-26s F %.3f of %.0f", frame.Policies[c].ID, f, right)
	}
	line := fmt.Sprintf("- Five folds: micro F %.3f, macro F %.3f\n", 2*both/(gold+said), macro)
	t.say("%s", line)
	rows := map[uint64][]int32{}
	for c := range frame.Policies {
		w := fitPolicy(all, features, c)
		put := func(k uint64, v float64) {
			if n := int32(math.Round(v * frame.PolicyScale)); n > 6 || n < -6 || k == frame.Bias {
				if rows[k] == nil {
					rows[k] = make([]int32, len(frame.Policies))
				}
				rows[k][c] = n
			}
		}
		put(frame.Bias, w.bias+lean)
		for k, v := range w.terms {
			put(features[k], v)
		}
	}
	var packed []weights.Row
	for k, r := range rows {
		packed = append(packed, weights.Row{Feature: k, Weights: r})
	}
	return t.write("policies.bin", weights.Pack(len(frame.Policies), packed), "- Data: 281 articles with policy frames (SemEval-2023 task 3), and words for each frame of our own\n- Method: one regularised logistic regression a frame over lemmas, names of people left out\n"+line)
}

// framed reads the articles, as the program would, and lists their features.
func (t *trainer) framed() (all []framed, features []uint64, err error) {
	labels, err := os.ReadFile(filepath.Join(t.data, "framing", "frames", "labels.tsv"))
	if err != nil {
		return nil, nil, err
	}
	ids := []string{"Economic", "Capacity_and_resources", "Morality", "Fairness_and_equality", "Legality_Constitutionality_and_jurisprudence",
		"Policy_prescription_and_evaluation", "Crime_and_punishment", "Security_and_defense", "Health_and_safety", "Quality_of_life",
		"Cultural_identity", "Public_opinion", "Political", "External_regulation_and_reputation"}
	at := map[uint64]int{}
	for line := range strings.Lines(string(labels)) {
		name, list, _ := strings.Cut(strings.TrimSpace(line), "\t")
		d, err := source.Open(filepath.Join(t.data, "framing", "frames", "articles", name+".txt"))
		if err != nil {
			return nil, nil, err
		}
		text, err := analysis.Parse(context.Background(), d, nil)
		if err != nil {
			return nil, nil, err
		}
		a := framed{has: make([]bool, len(ids))}
		terms := frame.Terms(text)
		norm := float64(max(1, frame.Norm(terms)))
		for _, x := range terms {
			k, ok := at[x.Feature]
			if !ok {
				k = len(features)
				at[x.Feature] = k
				features = append(features, x.Feature)
			}
			a.terms = append(a.terms, k)
			a.values = append(a.values, float64(frame.Weight(len(x.Tokens)))/norm)
		}
		for l := range strings.SplitSeq(list, ",") {
			if i := slices.Index(ids, l); i >= 0 {
				a.has[i] = true
			}
		}
		all = append(all, a)
	}
	return all, features, nil
}

// A policy is the weights of one frame, a term each.
type policy struct {
	terms []float64
	bias  float64
}

func (p policy) score(a framed) float64 {
	s := p.bias
	for i, k := range a.terms {
		s += p.terms[k] * a.values[i]
	}
	return s
}

// fitPolicy fits the weights of class c, frames and no frames weighing the same
// in all, by gradient steps of adaptive size (Duchi et al. 2011). A rare lemma is
// drawn to its prior less, as inverse document frequency would have it.
func fitPolicy(train []framed, features []uint64, c int) policy {
	count := make([]float64, len(features))
	positive := 0.0
	for _, a := range train {
		if a.has[c] {
			positive++
		}
		for _, k := range a.terms {
			count[k]++
		}
	}
	n := float64(len(train))
	known := map[uint64]bool{}
	for w := range strings.FieldsSeq(priors[frame.Policies[c].ID]) {
		known[frame.TermOf(w)] = true
	}
	p := policy{terms: make([]float64, len(features))}
	draw, prior := make([]float64, len(features)), make([]float64, len(features))
	for k, d := range count {
		if d < 2 || d > .8*n {
			continue
		}
		idf := math.Log(n / d)
		draw[k] = policyDecay / (idf * idf)
		if known[features[k]] {
			prior[k] = priorWeight * idf
		}
		p.terms[k] = prior[k]
	}
	step, biasStep := make([]float64, len(features)), 1e-9
	weight := [2]float64{n / max(1, n-positive) / 2, n / max(1, positive) / 2}
	slope := make([]float64, len(features))
	for range policyRounds {
		clear(slope)
		biasSlope := 0.0
		for _, a := range train {
			y := 0
			if a.has[c] {
				y = 1
			}
			e := (1/(1+math.Exp(-p.score(a))) - float64(y)) * weight[y]
			for i, k := range a.terms {
				slope[k] += e * a.values[i]
			}
			biasSlope += e
		}
		for k, d := range draw {
			if d == 0 {
				continue
			}
			if g := slope[k] + d*(p.terms[k]-prior[k]); g != 0 {
				step[k] += g * g
				p.terms[k] -= .3 * g / math.Sqrt(step[k])
			}
		}
		biasStep += biasSlope * biasSlope
		p.bias -= .3 * biasSlope / math.Sqrt(biasStep)
	}
	return p
}
