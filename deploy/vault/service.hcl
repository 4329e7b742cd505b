# What one service may do in Vault: with its own transit key, what sealing needs, and nothing else. setup.sh puts the mount and the service in.

# a new data key, unwrapping one, wrapping one anew
path "MOUNT/datakey/plaintext/SERVICE" {
  capabilities = ["update"]
}
path "MOUNT/decrypt/SERVICE" {
  capabilities = ["update"]
}
path "MOUNT/rewrap/SERVICE" {
  capabilities = ["update"]
}

# the newest version, and making a newer one
path "MOUNT/keys/SERVICE" {
  capabilities = ["read"]
}
path "MOUNT/keys/SERVICE/rotate" {
  capabilities = ["update"]
}

# staying signed in; the default policy, which allows more, is not attached
path "auth/token/lookup-self" {
  capabilities = ["read"]
}
path "auth/token/renew-self" {
  capabilities = ["update"]
}
