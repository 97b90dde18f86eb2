"""Zalo Official Account: signed webhook events in, the OA OpenAPI out."""
