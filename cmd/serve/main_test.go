package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestRunRefusesWhatItCannotDo(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"extra"}, `"extra" is more than can be understood here`},
		{[]string{"-prefix", "/repo"}, "-prefix is for -export"},
		{[]string{"-quality", "12"}, "a number from 0 to 11"},
		{[]string{"-data", "/nowhere/at/all"}, "the folder of datasets cannot be opened"},
		{[]string{"-nonsense"}, "not defined"},
	}
	for _, test := range tests {
		err := run(context.Background(), test.args, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: got %v, want ...%s...", test.args, err, test.want)
		}
	}
}

func TestServerStopsWhenToldToAndFinishesItsAnswers(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	begun, finish := make(chan struct{}), make(chan struct{})
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(begun)
		<-finish
		io.WriteString(w, "whole")
	})}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serveUntil(ctx, server, listener) }()

	answered := make(chan string, 1)
	go func() {
		response, err := http.Get("http://" + listener.Addr().String())
		if err != nil {
			answered <- err.Error()
			return
		}
		defer response.Body.Close()
		var body bytes.Buffer
		body.ReadFrom(response.Body)
		answered <- body.String()
	}()
	<-begun
	stop()
	close(finish)
	if got := <-answered; got != "whole" {
		t.Errorf("got %q, want the whole answer", got)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("got %v, want a clean end", err)
		}
	case <-time.After(stopTimeout + time.Second):
		t.Error("the server does not end")
	}
	if _, err := http.Get("http://" + listener.Addr().String()); err == nil {
		t.Error("got an answer after the end")
	}
}

func TestServerClosesAConnectionThatSaysNothing(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := NewServer(testSite(t, "", ""), nil)
	server.ReadHeaderTimeout = 50 * time.Millisecond
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go serveUntil(ctx, server, listener)

	conn, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	io.WriteString(conn, "GET / HTTP/1.1\r\nHost: ")
	conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	answer, err := io.ReadAll(conn)
	if err != nil || strings.Contains(string(answer), "200 OK") {
		t.Errorf("got %q, %v, want the connection closed", answer, err)
	}
}
