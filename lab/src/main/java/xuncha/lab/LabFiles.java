package xuncha.lab;

import java.nio.file.Path;

/// Where the laboratory wrote what a program needs to inspect it.
///
/// @param registry the sites, CSV as the contract says
/// @param network the network profile, YAML
/// @param truth what is true, JSON Lines of [Truth]
/// @param authority the certificate authority of its HTTPS, PEM
/// @param credentials test accounts of the sites that one can log in to, YAML for their owner only
public record LabFiles(Path registry, Path network, Path truth, Path authority, Path credentials) {}
