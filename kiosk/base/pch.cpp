// Empty on purpose: this library exists to compile the shared precompiled header.
