#!/bin/sh
# Installs pgbouncer, the pooler that test/sinks/postgres-pooler.test.ts puts between flexetl and
# Postgres: Debian's package, or Ubuntu's. Does nothing where there is one already, and starts no
# service. Needs the network, and root or sudo without a password; says so where it has neither.
set -eu

# Debian's program stands where only root's PATH looks.
PATH="$PATH:/usr/local/sbin:/usr/sbin"
if command -v pgbouncer >/dev/null; then
  pgbouncer --version | head -n 1
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  echo "pgbouncer is not installed, and there is no apt-get: install it as this system does." >&2
  exit 1
fi

as_root=
if [ "$(id -u)" != 0 ]; then
  as_root='sudo -n'
  if ! $as_root true 2>/dev/null; then
    echo "pgbouncer is not installed: run $0 as root." >&2
    exit 1
  fi
fi

# The package would start a pooler for the whole machine; a policy that says no keeps it down.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
  $as_root chmod 755 "$policy"
  trap '$as_root rm -f "$policy"' EXIT
fi

$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends pgbouncer
if command -v systemctl >/dev/null; then $as_root systemctl disable -q pgbouncer || true; fi
pgbouncer --version | head -n 1
