@echo off
node "%~dp0launcher\start.mjs" %*
