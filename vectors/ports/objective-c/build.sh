#!/bin/sh
# Objective-C compiler of your choice in OBJC; gnustep-config knows where Foundation is.
set -e
mkdir -p build
${OBJC:-gcc} -std=gnu11 $(gnustep-config --objc-flags) token04.m StrictJSON.m -o build/token04 $(gnustep-config --base-libs) -lcrypto
