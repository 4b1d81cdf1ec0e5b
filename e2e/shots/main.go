//go:build e2e

// Command shots takes pictures of the pages for people to look at:
//
//	make shots                                    every page into .cache/shots
//	go run -tags e2e ./e2e/shots -page /train     one page
//	go run -tags e2e ./e2e/shots -page /train -train 300 -width 1280 -look light
//
// A picture is named for its page, language, look and width: train-ko-dark-390.png.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"stridelab/app"
	"stridelab/app/lang"
	"stridelab/e2e/browser"
)

func main() {
	out := flag.String("out", ".cache/shots", "folder for the pictures")
	page := flag.String("page", "", "the English path of one page, instead of all")
	look := flag.String("look", "", "light, dark or projector, instead of all")
	width := flag.Int("width", 0, "width in pixels, instead of 1280 and 390")
	height := flag.Int("height", 0, "height in pixels, instead of the whole page")
	train := flag.Int("train", 0, "on /train: minibatches to train before the picture is taken")
	flag.Parse()
	if err := shoot(*out, *page, *look, *width, *height, *train); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

// shoot takes the pictures that the arguments select.
func shoot(out, page, look string, width, height, train int) error {
	paths, looks, widths := app.Paths(), []string{"light", "dark", "projector"}, []int{1280, 390}
	if page != "" {
		paths = []string{page}
	}
	if look != "" {
		looks = slices.DeleteFunc(looks, func(l string) bool { return l != look })
	}
	if width != 0 {
		widths = []int{width}
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	server, err := browser.StartServer()
	if err != nil {
		return err
	}
	defer server.Stop()
	chromium, err := browser.Launch()
	if err != nil {
		return err
	}
	defer chromium.Close()

	for _, path := range paths {
		for _, l := range lang.All() {
			for _, look := range looks {
				for _, width := range widths {
					name := strings.Trim(path, "/")
					if name == "" {
						name = "home"
					}
					file := filepath.Join(out, fmt.Sprintf("%s-%s-%s-%d.png", name, l.Tag(), look, width))
					if err := take(chromium, server.URL, lang.Route(l, path), look, width, height, train, file); err != nil {
						return fmt.Errorf("%s: %w", file, err)
					}
					fmt.Println(file)
				}
			}
		}
	}
	return nil
}

// take takes one picture and writes it into a file.
func take(chromium *browser.Chromium, server, path, look string, width, height, train int, file string) error {
	whole := height == 0
	if whole {
		height = 800
	}
	tab, err := chromium.Open(server, browser.Options{Dark: look == "dark", ReducedMotion: true, Width: width, Height: height})
	if err != nil {
		return err
	}
	defer tab.Close()
	if err := tab.Goto(path); err != nil {
		return err
	}
	if look == "projector" {
		if err := tab.Click(browser.Hook("projector")); err != nil {
			return err
		}
	}
	if train > 0 && strings.HasSuffix(path, "/train") {
		if err := trainFor(tab, train); err != nil {
			return err
		}
	}
	picture, err := tab.Picture(whole)
	if err != nil {
		return err
	}
	return os.WriteFile(file, picture, 0o644)
}

// trainFor trains for at least a number of minibatches, then pauses.
func trainFor(tab *browser.Tab, steps int) error {
	root := browser.First(browser.Hook("lab"))
	if err := tab.Wait(30*time.Second, root+`.dataset.state === "idle"`); err != nil {
		return err
	}
	if err := tab.Click(browser.Hook("train-start")); err != nil {
		return err
	}
	if err := tab.Wait(5*time.Minute, root+".dataset.step >= "+strconv.Itoa(steps)); err != nil {
		return err
	}
	if err := tab.Click(browser.Hook("train-pause")); err != nil {
		return err
	}
	return tab.Wait(30*time.Second, root+`.dataset.state === "paused"`)
}
