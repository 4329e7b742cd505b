module vault-plugin

go 1.25.3

require github.com/hashicorp/vault-plugin-auth-kubernetes v0.23.1
