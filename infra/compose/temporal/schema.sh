#!/bin/sh
# Brings the two databases of the Temporal server to the schema of these admin tools. Repeatable: what is there stays.
set -eu

SQL_PASSWORD=$(cat "$SQL_PASSWORD_FILE")
export SQL_PASSWORD

bring_up() {
  # The version tables, unless they are there; then every version that is missing.
  temporal-sql-tool --db "$1" setup-schema --version 0.0
  temporal-sql-tool --db "$1" update-schema --schema-name "postgresql/v12/$2"
}

bring_up temporal temporal
bring_up temporal_visibility visibility
