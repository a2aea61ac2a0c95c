#!/bin/sh
# Installs the Versity S3 gateway, the object store of test/object-store/real-store.test.ts: built
# from its Go module into Go's directory of programs. Does nothing if it is installed already, and
# starts nothing. Needs Go and the network. The first build takes some five minutes of processor
# time.
set -eu

VERSION=v1.8.0

if ! command -v go >/dev/null; then
  echo "The Versity S3 gateway is not installed, and Go, which builds it, is missing." >&2
  exit 1
fi

folder=$(go env GOBIN)
folder=${folder:-$(go env GOPATH)/bin}
if [ -x "$folder/versitygw" ] && go version -m "$folder/versitygw" | grep -q "versitygw.*$VERSION"; then
  echo "$folder/versitygw $VERSION"
  exit 0
fi
CGO_ENABLED=0 go install "github.com/versity/versitygw/cmd/versitygw@$VERSION"
echo "$folder/versitygw $VERSION"
