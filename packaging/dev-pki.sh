#!/bin/sh
# Makes certificates for development and tests: never for a real branch, since every key lies in one folder
# without a password.
#
#   dev-pki.sh DIR                              CA, gateway, device KRG03-K1, officer
#   dev-pki.sh DIR device NAME [--expired]      one more device certificate
#   dev-pki.sh DIR officer NAME [--expired]     one more officer's certificate
#   dev-pki.sh DIR foreign NAME                 a device certificate of an issuer unknown to the gateway
#
# Each NAME gives NAME.key.pem (mode 0600) and NAME.cert.pem; the issuer is in ca.cert.pem. What is
# there already stays. Needs the openssl program (Debian: openssl).
set -eu

days=90 # a forgotten development key stops working by itself

usage() {
    sed -n '2,11s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

make_key() { # NAME
    (umask 077 &&
        openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key.pem" 2>/dev/null)
}

make_ca() { # NAME COMMON_NAME
    [ -e "$1.cert.pem" ] && return 0
    make_key "$1"
    openssl req -x509 -new -key "$1.key.pem" -sha256 -days "$days" -subj "/O=Ardager development/CN=$2" \
        -addext "basicConstraints=critical,CA:TRUE,pathlen:0" \
        -addext "keyUsage=critical,keyCertSign,cRLSign" \
        -out "$1.cert.pem"
}

# The gateway's own key signs acknowledgements as well, hence digitalSignature only and no other use.
issue() { # NAME COMMON_NAME USE ISSUER ALTERNATIVE_NAMES EXPIRED
    [ -e "$1.cert.pem" ] && return 0
    make_key "$1"
    openssl req -new -key "$1.key.pem" -subj "/O=Ardager development/CN=$2" -out "$1.request.pem"
    {
        echo "basicConstraints=critical,CA:FALSE"
        echo "keyUsage=critical,digitalSignature"
        echo "extendedKeyUsage=$3"
        echo "subjectKeyIdentifier=hash"
        echo "authorityKeyIdentifier=keyid"
        [ -z "$5" ] || echo "subjectAltName=$5"
    } >"$1.extensions"
    if [ "$6" = yes ]; then
        sign_expired "$1" "$4"
    else
        openssl x509 -req -in "$1.request.pem" -CA "$4.cert.pem" -CAkey "$4.key.pem" -sha256 -days "$days" \
            -set_serial "0x$(openssl rand -hex 16)" -extfile "$1.extensions" -out "$1.cert.pem" 2>/dev/null
    fi
    rm -f "$1.request.pem" "$1.extensions"
}

# `openssl x509` cannot date a certificate back; `openssl ca` can, and wants its files.
sign_expired() { # NAME ISSUER
    work="$1.ca-work"
    mkdir "$work"
    : >"$work/index"
    openssl rand -hex 16 >"$work/serial"
    {
        echo "[ca]"
        echo "default_ca=here"
        echo "[here]"
        echo "database=$work/index"
        echo "serial=$work/serial"
        echo "new_certs_dir=$work"
        echo "default_md=sha256"
        echo "policy=any"
        echo "[any]"
        echo "organizationName=optional"
        echo "commonName=supplied"
    } >"$work/config"
    openssl ca -batch -notext -config "$work/config" -in "$1.request.pem" -cert "$2.cert.pem" \
        -keyfile "$2.key.pem" -startdate 20200101000000Z -enddate 20200201000000Z -extfile "$1.extensions" \
        -out "$1.cert.pem" 2>/dev/null
    rm -r "$work"
}

[ $# -ge 1 ] || usage
command -v openssl >/dev/null || {
    echo "dev-pki.sh: the openssl program is missing; install the package openssl" >&2
    exit 2
}
mkdir -p "$1"
cd "$1"
shift
kind=${1:-all}
name=${2:-}
expired=no
[ "${3:-}" = --expired ] && expired=yes
case "$name" in *[!A-Za-z0-9._-]*) usage ;; esac

make_ca ca "development CA"
case "$kind" in
all)
    issue gateway localhost serverAuth ca "DNS:localhost,IP:127.0.0.1,IP:::1" no
    issue KRG03-K1 KRG03-K1 clientAuth ca "" no
    issue officer officer clientAuth ca "" no
    echo "development certificates (not for a branch) are in $(pwd), valid for $days days"
    ;;
device | officer)
    [ -n "$name" ] || usage
    issue "$name" "$name" clientAuth ca "" "$expired"
    ;;
foreign)
    [ -n "$name" ] || usage
    make_ca foreign-ca "another CA"
    issue "$name" "$name" clientAuth foreign-ca "" no
    ;;
*) usage ;;
esac
