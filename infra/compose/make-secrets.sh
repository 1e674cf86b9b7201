#!/bin/sh
# Makes what is missing of the secrets of docker-compose.yml, in the folder secrets/ or the one that is named. A file
# that is there is never touched: of a secret that was lost with its data, nothing can be read again.
#
#   sh infra/compose/make-secrets.sh [folder]
set -eu

folder=${1:-secrets}
mkdir -p "$folder"
# Only the owner of the folder enters it. The files themselves are readable, since containers see them under other users.
chmod 700 "$folder"
cd "$folder"

password() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }
key() { head -c 32 /dev/urandom | base64; }
nothing() { :; }
url() { printf 'postgres://%s:%s@postgres:5432/dialogue\n' "$1" "$(cat "$2")"; }

keep_or_make() {
  name=$1
  shift
  if [ -e "$name" ]; then
    echo "kept  $name"
    return
  fi
  "$@" >"$name.new"
  chmod 444 "$name.new"
  mv "$name.new" "$name"
  echo "made  $name"
}

keep_or_make postgres_password password
keep_or_make temporal_database_password password
keep_or_make api_database_password password
keep_or_make worker_database_password password
keep_or_make database_admin_url url postgres postgres_password
keep_or_make api_database_url url dialogue_api api_database_password
keep_or_make worker_database_url url dialogue_worker worker_database_password
keep_or_make auth_token_key key
keep_or_make identity_key key
keep_or_make admin_password password
keep_or_make smtp_url nothing
# Empty: letters are not signed.
keep_or_make dkim_private_key nothing
[ -s dkim_private_key ] || chmod 644 dkim_private_key
# Empty: letters that come back are not noticed.
keep_or_make imap_url nothing
[ -s imap_url ] || chmod 644 imap_url

# The only one that a person has to write.
if [ ! -s smtp_url ]; then
  chmod 644 smtp_url
  echo "Write the address of the mail server into $folder/smtp_url, e.g. smtp://user:password@mail.example.vn:587"
fi
