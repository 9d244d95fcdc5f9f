"""learned"""
