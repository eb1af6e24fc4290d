// Empty on purpose: compiles the header that all tests share; main.cpp is built without it.
