"""Parts of the build of the product's reference data (build time only, never imported by the product)."""
